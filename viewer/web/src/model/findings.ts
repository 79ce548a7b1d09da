import type { Answer } from '../protocol/messages';

/** What is to be said of each week of finished runs, by indicator: the page chooses for itself which of it. */
export class Findings {
  private readonly answers = new Map<string, Answer[]>();

  /** Keeps an answer; they come with the oldest first. */
  add(answer: Answer): void {
    this.answers.set(answer.indicator, [...(this.answers.get(answer.indicator) ?? []), answer]);
  }

  clear(): void {
    this.answers.clear();
  }

  /** What is said of an indicator on a day: the answer of the last week up to it. */
  at(indicator: string, day: number): Answer | null {
    return this.answers.get(indicator)?.findLast((answer) => answer.day <= day) ?? null;
  }

  /** Everything, the oldest first: an export repeats it. */
  all(): Answer[] {
    return [...this.answers.values()].flat();
  }
}
