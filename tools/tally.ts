/** Right, wrong and missed predictions of one kind. */
export class Tally {
  right = 0;
  wrong = 0;
  missed = 0;

  get precision(): number {
    return this.right + this.wrong === 0 ? 1 : this.right / (this.right + this.wrong);
  }

  get recall(): number {
    return this.right + this.missed === 0 ? 1 : this.right / (this.right + this.missed);
  }

  get f1(): number {
    const sum = this.precision + this.recall;
    return sum === 0 ? 0 : (2 * this.precision * this.recall) / sum;
  }

  add(other: Tally): void {
    this.right += other.right;
    this.wrong += other.wrong;
    this.missed += other.missed;
  }

  toString(): string {
    const percent = (value: number) => (100 * value).toFixed(1).padStart(5);
    return `P ${percent(this.precision)}  R ${percent(this.recall)}  F1 ${percent(this.f1)}  (${this.right} right, ${this.wrong} wrong, ${this.missed} missed)`;
  }
}
