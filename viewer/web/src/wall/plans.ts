import type { AnswerSentence, PlansView } from '../protocol/messages';

/** One plan beside the first, up to a day. */
export interface Beside {
  name: string;
  days: number[];
  values: number[];
  /** What it does beside the first plan in the last week up to the day; undefined of the first, and before anything is known. */
  said: AnswerSentence | undefined;
  /** Difference of each neighbourhood, in ten thousandths; 0 where it cannot be told. */
  hoods: number[];
}

/** Every plan beside the first, in one respect. */
export function besides(plans: PlansView, indicator: string, day: number): Beside[] {
  return plans.plans.map((plan) => {
    const course = plan.courses.find((one) => one.indicator === indicator);
    const upTo = (course?.days ?? []).filter((d) => d <= day).length;
    return {
      name: plan.name, days: (course?.days ?? []).slice(0, upTo), values: (course?.values ?? []).slice(0, upTo), said: course?.said[upTo - 1], hoods: course?.hoods ?? [],
    };
  });
}
