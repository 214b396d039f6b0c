/** Lists of numbers of unknown length that end as shared typed arrays. */
import { sharedFloats, sharedInts } from "../terms/memory.js";

export class GrowingInts {
  private items = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.items.length) {
      const wider = new Int32Array(this.length * 2);
      wider.set(this.items);
      this.items = wider;
    }
    this.items[this.length++] = value;
  }

  done(): Int32Array {
    const result = sharedInts(this.length);
    result.set(this.items.subarray(0, this.length));
    this.items = new Int32Array(1);
    return result;
  }
}

export class GrowingFloats {
  private items = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.items.length) {
      const wider = new Float64Array(this.length * 2);
      wider.set(this.items);
      this.items = wider;
    }
    this.items[this.length++] = value;
  }

  done(): Float64Array {
    const result = sharedFloats(this.length);
    result.set(this.items.subarray(0, this.length));
    this.items = new Float64Array(1);
    return result;
  }
}
