namespace Simulation.Scenarios.Diagnostics;

/// <summary>Every kind of mistake. Codes are never given a second meaning.</summary>
public static class Codes
{
    // --- the file ---------------------------------------------------------------------------------------------------
    internal static readonly DiagnosticCode Unreadable = new("SIM0001", "The file cannot be read", "The path names no file, a folder, or a file that may not be opened. Check the spelling; paths are taken from where the command is run.");
    internal static readonly DiagnosticCode TooLarge = new("SIM0002", "The file or a line of it is too large", "A scenario is a page of text. Files over a million bytes and lines over ten thousand characters are refused before they are read.");
    internal static readonly DiagnosticCode Encoding = new("SIM0003", "The file is not UTF-8", "Save the file with the encoding UTF-8. An old Windows editor saves £ as a byte that UTF-8 does not know.");
    internal static readonly DiagnosticCode ControlCharacter = new("SIM0004", "An invisible character", "A NUL or another control character stands in the text. Delete it; pasting through a plain-text editor helps.");
    internal static readonly DiagnosticCode Tab = new("SIM0005", "A tab in the indentation", "YAML counts spaces. Set the editor to put two spaces for a tab.");
    internal static readonly DiagnosticCode Syntax = new("SIM0006", "Not YAML", "The text breaks the rules of YAML at this point, or a little before it.");
    internal static readonly DiagnosticCode UnclosedQuote = new("SIM0007", "An unclosed quote", "A text that starts with a quote runs on until the next one. Close it, or drop the quotes.");
    internal static readonly DiagnosticCode UnclosedBracket = new("SIM0008", "An unclosed bracket", "Lists in square brackets and keys in braces need their closing bracket, and commas in between.");
    internal static readonly DiagnosticCode Colon = new("SIM0009", "A colon too many or too few", "`key: value` has one colon and a space after it. Text that holds a colon and a space needs quotes.");
    internal static readonly DiagnosticCode Indentation = new("SIM0010", "Indentation", "Keys of one block start in the same column; what belongs to a key is indented further than the key.");
    internal static readonly DiagnosticCode TooDeep = new("SIM0011", "Nested too deep", "Blocks within blocks within blocks: no scenario needs more than a few levels.");
    internal static readonly DiagnosticCode UnknownAlias = new("SIM0012", "An alias of nothing", "`*name` repeats what was marked `&name` above it in the same file.");
    internal static readonly DiagnosticCode TooManyNodes = new("SIM0013", "Too much when written out", "Aliases that repeat aliases multiply. The file, written out, is larger than any scenario.");
    internal static readonly DiagnosticCode DuplicateKey = new("SIM0014", "A key twice", "A key stands once in a block. YAML readers differ in which one they keep; this one refuses both.");
    internal static readonly DiagnosticCode SeveralDocuments = new("SIM0015", "More than one document", "A line of three dashes starts a second document. One file is one scenario.");
    internal static readonly DiagnosticCode Empty = new("SIM0016", "Nothing in the file", "The file is empty or holds comments only. `simulate new` writes a starter.");
    internal static readonly DiagnosticCode Tag = new("SIM0017", "A YAML tag", "Words that start with `!` ask a YAML reader to build objects. Scenarios hold text, lists and keys only.");
    internal static readonly DiagnosticCode MergeKey = new("SIM0018", "A merge key", "`<<` is an old extension of YAML that readers treat differently. Use `include` or `extends`.");
    internal static readonly DiagnosticCode ComplexKey = new("SIM0019", "A key that is not a word", "A key is a word; a list or block cannot be one.");

    // --- the shape --------------------------------------------------------------------------------------------------
    internal static readonly DiagnosticCode UnknownKey = new("SIM0101", "An unknown key", "The block does not have this key. The guide lists the keys of every block; editors complete them from the schema.");
    internal static readonly DiagnosticCode MissingKey = new("SIM0102", "A missing key", "The block needs this key and has no default for it.");
    internal static readonly DiagnosticCode ExpectedMapping = new("SIM0103", "A block of keys was expected", "Write `key: value` lines, indented under the key, or `{ key: value }` on one line.");
    internal static readonly DiagnosticCode ExpectedList = new("SIM0104", "A list was expected", "Write items on lines that start with `- `, or `[a, b]` on one line.");
    internal static readonly DiagnosticCode ExpectedScalar = new("SIM0105", "A single value was expected", "Write one value, not a list or a block.");
    internal static readonly DiagnosticCode EmptyValue = new("SIM0106", "Nothing after the colon", "The key has no value. Write one, or remove the key to take the default.");
    internal static readonly DiagnosticCode Version = new("SIM0107", "A version that is not known", "`version: 1` is the language of this guide. A newer file needs a newer program; an older one is brought forward by `simulate migrate`.");
    internal static readonly DiagnosticCode KeysExclude = new("SIM0108", "Keys that exclude each other", "The keys say the same thing in two ways. Keep one.");
    internal static readonly DiagnosticCode NoSpaceAfterColon = new("SIM0109", "No space after a colon", "`key:value` is one word to YAML. Put a space after the colon.");
    internal static readonly DiagnosticCode TooLong = new("SIM0110", "A text that is too long", "Names are at most 100 characters, descriptions 5,000.");

    // --- values -----------------------------------------------------------------------------------------------------
    internal static readonly DiagnosticCode NotAQuantity = new("SIM0201", "Not a number", "A number with its unit was expected, such as `45 min` or `40%`.");
    internal static readonly DiagnosticCode WrongDimension = new("SIM0202", "The wrong kind of quantity", "The unit measures something else than what the key is for: minutes are not miles.");
    internal static readonly DiagnosticCode MissingUnit = new("SIM0203", "No unit", "Units are part of the value, so that nobody has to guess whether 45 are minutes or days.");
    internal static readonly DiagnosticCode UnknownUnit = new("SIM0204", "An unknown unit", "The guide lists the units.");
    internal static readonly DiagnosticCode OutOfBounds = new("SIM0205", "Outside the bounds", "The value is outside what the parameter allows.");
    internal static readonly DiagnosticCode ImpossibleDate = new("SIM0206", "An impossible date", "The calendar has no such day.");
    internal static readonly DiagnosticCode NotADate = new("SIM0207", "Not a date", "Dates are written year-month-day, `2027-01-04`, or in words, `4 January 2027`. 04/01/2027 means two different days in two countries.");
    internal static readonly DiagnosticCode NotASwitch = new("SIM0208", "Not yes or no", "Write `yes` or `no`.");
    internal static readonly DiagnosticCode UnknownChoice = new("SIM0209", "Not one of the choices", "The key takes one of a few words.");
    internal static readonly DiagnosticCode NotAShare = new("SIM0210", "Not a share between 0 and 100 %", "Shares are written `40%` (or 0.4). More than everything cannot be reached.");
    internal static readonly DiagnosticCode BackwardRange = new("SIM0211", "A range that runs backwards", "Write the smaller end first.");
    internal static readonly DiagnosticCode NotWhole = new("SIM0212", "Not a whole number", "Counts are whole numbers.");
    internal static readonly DiagnosticCode NotAges = new("SIM0213", "Not an age or a range of ages", "Write `16 to 34`, `under 11`, `65 and over`, or one age.");
    internal static readonly DiagnosticCode NotDeprivation = new("SIM0214", "Not a part of the deprivation scale", "Write `most deprived 30%`, `least deprived fifth`, `decile 1` or `deciles 1 to 3`. Tenths are the finest that the data knows.");
    internal static readonly DiagnosticCode NotMoney = new("SIM0215", "Not an amount of money", "Write `£18k per school`, `£1.2m` or `£20,000 per year`.");
    internal static readonly DiagnosticCode ClockTime = new("SIM0216", "A clock time where a length was expected", "`1:30` could be a minute and a half, or half past one. Write `90 min`.");
    internal static readonly DiagnosticCode NotReach = new("SIM0217", "Not a reach", "Write `60%`, `60% of primary schools`, `25 schools` or `all`.");
    internal static readonly DiagnosticCode HorizonTooLong = new("SIM0218", "A horizon that is empty or too long", "A run covers between one day and thirty years: the tables of births and deaths, and people's identities, reach no further.");
    internal static readonly DiagnosticCode NotAfterEnd = new("SIM0219", "Not a way to end", "Write `stops at once`, `fades over 26 weeks` or `half-life 13 weeks`.");

    // --- references -------------------------------------------------------------------------------------------------
    internal static readonly DiagnosticCode UnknownBase = new("SIM0301", "A scenario that cannot be found", "`extends` and `include` name a library scenario (`baseline`) or a file, relative to the file that names it.");
    internal static readonly DiagnosticCode CircularBase = new("SIM0302", "Scenarios that extend each other", "A scenario cannot, by any detour, extend or include itself.");
    internal static readonly DiagnosticCode BadSet = new("SIM0303", "A --set that cannot be read", "Write `--set path=value`, such as `--set horizon.days=28` or `--set interventions.school_street.reach=80%`.");
    internal static readonly DiagnosticCode UnknownPath = new("SIM0304", "A path that leads nowhere", "A path names a value in the scenario: keys with dots between them; an intervention by its kind, its name, or its position in brackets.");
    internal static readonly DiagnosticCode WithoutNothing = new("SIM0305", "`without` names nothing", "`without` removes an inherited intervention, by kind or by name.");

    // --- interventions ----------------------------------------------------------------------------------------------
    internal static readonly DiagnosticCode UnknownKind = new("SIM0401", "An unknown intervention", "The guide lists the kinds of intervention.");
    internal static readonly DiagnosticCode OneKind = new("SIM0402", "An item that is not one intervention", "Every item of `interventions` is one kind with its settings: `- school_street:` and the settings indented below it.");
    internal static readonly DiagnosticCode UnknownPlace = new("SIM0403", "An unknown place", "The nine places, Merseyside, and Liverpool City Region are known.");
    internal static readonly DiagnosticCode WrongReachUnit = new("SIM0404", "A reach that counts something else", "Each intervention reaches schools, neighbourhoods, employees, employers or residents.");
    internal static readonly DiagnosticCode NotApplicable = new("SIM0405", "A restriction that does not apply", "Some restrictions only mean something for some interventions: a school has no age, a street no employer size.");
    internal static readonly DiagnosticCode EndsBeforeStart = new("SIM0406", "It ends before it starts", "`until` is the last day on which the intervention acts: its first day or a later one.");
    internal static readonly DiagnosticCode UnknownEffect = new("SIM0407", "An unknown effect", "`effect` replaces one of the intervention's default effects, by the name that the guide gives.");
    internal static readonly DiagnosticCode BadInterval = new("SIM0408", "An interval that does not hold its value", "Write the value, then the lower and upper end around it: `0.6 (0.4 to 0.8)`.");
    internal static readonly DiagnosticCode UnknownParameter = new("SIM0409", "An unknown parameter", "`parameters` changes a number of the model by its name in the registry; `simulate describe` prints them.");
    internal static readonly DiagnosticCode DuplicateName = new("SIM0410", "A name twice", "Names of interventions are unique within a scenario, because `--set`, `without` and reports speak of them; so are scenarios within a study.");
    internal static readonly DiagnosticCode UnknownOutput = new("SIM0411", "An unknown indicator", "The guide lists the indicators and the ways to break them down.");
    internal static readonly DiagnosticCode UnknownNeighbourhood = new("SIM0412", "An unknown neighbourhood", "Neighbourhoods are named by code or name as the population has them; `simulate population describe FILE --neighbourhoods` lists them.");
    internal static readonly DiagnosticCode StartsTooEarly = new("SIM0413", "It starts before the run", "What exists before the first day belongs to the baseline. An intervention starts on the first day of the horizon or later.");

    // --- sweeps -----------------------------------------------------------------------------------------------------
    internal static readonly DiagnosticCode BadSweepValues = new("SIM0501", "Not values to sweep over", "A sweep takes a list, `[20%, 40%]`, or a range with steps, `20% to 60% by 20%`; a Latin hypercube takes a range.");
    internal static readonly DiagnosticCode UnevenZip = new("SIM0502", "A zip of different lengths", "A zip goes through all its paths side by side, so each has as many values as the others.");
    internal static readonly DiagnosticCode SweepTooLarge = new("SIM0503", "A sweep with too many points", "The number of points multiplies with every path of a grid.");
    internal static readonly DiagnosticCode NotSwept = new("SIM0504", "What a sweep cannot vary", "A sweep varies what is done and the numbers and structure of the model. Horizon, residents, seeds and draws are one for all of its runs, or they could not be set side by side.");

    // --- warnings ---------------------------------------------------------------------------------------------------
    internal static readonly DiagnosticCode ReachesNobody = new("SIM0601", "Reaches nobody", "Counted on the population, the intervention reaches nothing: it will change nothing.");
    internal static readonly DiagnosticCode PlaceWithoutReach = new("SIM0602", "Reaches nobody in a place", "A place is named and nothing in it is reached.");
    internal static readonly DiagnosticCode LeftOut = new("SIM0603", "Exploratory, left out", "No effect size exists for this lever. It is left out of headline results unless the scenario says `exploratory: include`.");
    internal static readonly DiagnosticCode NeverActs = new("SIM0604", "Never acts within the horizon", "The intervention starts after the last day of the horizon or ends before the first.");
    internal static readonly DiagnosticCode UnusualParameter = new("SIM0605", "Outside the plausible range", "The value is outside the range that the registry calls plausible. It is used as given.");
    internal static readonly DiagnosticCode UnknownOwner = new("SIM0606", "An owner who is new", "The owner is none of the usual ones. It is used as given; a misspelt owner splits a budget in two.");
    internal static readonly DiagnosticCode Overlap = new("SIM0607", "Two of a kind in the same spot", "Two interventions of one kind reach the same schools, streets or people, and both count there.");
    internal static readonly DiagnosticCode Contradiction = new("SIM0608", "Pulling in opposite directions", "One intervention raises what another lowers, in the same spot.");
    internal static readonly DiagnosticCode NoRoomForNeed = new("SIM0609", "No room for need", "Proportionate to need keeps the total and shifts it. Where everything is reached there is nothing to shift.");
    internal static readonly DiagnosticCode MoreThanThereIs = new("SIM0610", "More than there is", "The reach counts more units than lie within `where` and `who`. All of them are reached, and no more.");
    internal static readonly DiagnosticCode NearestReach = new("SIM0611", "A share between two whole numbers", "So few units are eligible that another share is reached than was asked for: employers are whole numbers, and schools and neighbourhoods go by fixed ranks, so that 10% lies within 11%. A number, such as `reach: 25 schools`, is met exactly.");
    internal static readonly DiagnosticCode NotCosted = new("SIM0612", "No price", "Neither the scenario nor a publication gives a price, or the scenario prices what is paid once and not what is paid every year, or the reverse. What that costs is then not in any sum; `cost` puts it there.");
    internal static readonly DiagnosticCode FrozenPeople = new("SIM0613", "Years change who is there", "Neighbourhoods grow older unlike each other, and the gaps between them move with nobody's doing; with `people: frozen` nobody ages at all. Beyond three years that matters: a scenario is compared with a baseline of the same years, never with its own first day.");
    internal static readonly DiagnosticCode RollOutCut = new("SIM0614", "A roll-out cut short", "The intervention or the run ends before the last unit would have joined: who would join later never does, and is not paid for.");
    internal static readonly DiagnosticCode UsualLength = new("SIM0615", "Paid for a length that is not written", "A loan, a referral or a course of help lasts for each resident as long as `for` says, or as is usual for its kind; running costs are paid for that long and no longer.");
    internal static readonly DiagnosticCode MoreThanAWeek = new("SIM0617", "More than a week holds", "Several interventions give the same employees days at home or a later start. Nobody is at home on more than five days a week, usual ones counted, or starts more than four and a quarter hours later; what is beyond has no effect.");
    internal static readonly DiagnosticCode SweepStopsShort = new("SIM0616", "Steps that miss the end", "The steps of a range do not reach its end, and the end is not among the values.");
    internal static readonly DiagnosticCode MechanismHeld = new("SIM0618", "A mechanism is held back", "What is held back does not act, or goes as it would without the interventions. The answer is what is left of the plan, and tells what the mechanism carries when it is set beside the whole.");

    /// <summary>All codes, in order.</summary>
    public static IReadOnlyList<DiagnosticCode> All { get; } =
    [
        Unreadable, TooLarge, Encoding, ControlCharacter, Tab, Syntax,
        UnclosedQuote, UnclosedBracket, Colon, Indentation, TooDeep, UnknownAlias,
        TooManyNodes, DuplicateKey, SeveralDocuments, Empty, Tag, MergeKey,
        ComplexKey, UnknownKey, MissingKey, ExpectedMapping, ExpectedList, ExpectedScalar,
        EmptyValue, Version, KeysExclude, NoSpaceAfterColon, TooLong, NotAQuantity,
        WrongDimension, MissingUnit, UnknownUnit, OutOfBounds, ImpossibleDate, NotADate,
        NotASwitch, UnknownChoice, NotAShare, BackwardRange, NotWhole, NotAges,
        NotDeprivation, NotMoney, ClockTime, NotReach, HorizonTooLong, NotAfterEnd,
        UnknownBase, CircularBase, BadSet, UnknownPath, WithoutNothing, UnknownKind,
        OneKind, UnknownPlace, WrongReachUnit, NotApplicable, EndsBeforeStart, UnknownEffect,
        BadInterval, UnknownParameter, DuplicateName, UnknownOutput, UnknownNeighbourhood, StartsTooEarly,
        BadSweepValues, UnevenZip, SweepTooLarge, NotSwept, ReachesNobody, PlaceWithoutReach, LeftOut,
        NeverActs, UnusualParameter, UnknownOwner, Overlap, Contradiction, NoRoomForNeed,
        MoreThanThereIs, NearestReach, NotCosted, FrozenPeople, RollOutCut, UsualLength, SweepStopsShort, MechanismHeld,
    ];
}
