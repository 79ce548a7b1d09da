namespace Simulation.Viewer.Protocol;

/// <summary>Plans that are looked at beside one another.</summary>
/// <param name="With">Index of the plan that is looked at.</param>
/// <param name="Without">Index of the one that it is compared with.</param>
/// <param name="Plans">All of them; the others are seen against the first.</param>
public sealed record PlansView(int With, int Without, IReadOnlyList<PlanView> Plans);

/// <summary>One plan beside others.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Courses">What became of each indicator that the map can draw.</param>
public sealed record PlanView(string Name, IReadOnlyList<PlanCourse> Courses);

/// <summary>One indicator of one plan.</summary>
/// <param name="Indicator">Key of the indicator.</param>
/// <param name="Days">Last days of its weeks.</param>
/// <param name="Values">Its value in each week; missing weeks are left out.</param>
/// <param name="Said">What it does beside the first plan, said of each week; empty for the first.</param>
/// <param name="Hoods">Difference from the first plan of each neighbourhood over its last four weeks, in ten thousandths; 0 where it cannot be told.</param>
public sealed record PlanCourse(string Indicator, IReadOnlyList<int> Days, IReadOnlyList<double> Values, IReadOnlyList<AnswerSentence> Said, IReadOnlyList<int> Hoods);
