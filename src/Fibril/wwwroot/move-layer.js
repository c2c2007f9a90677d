// The choices of one visit's day, laid over the board: a block for each free start, and one for each stretch without, in the columns of their places.
const shifted = (value, minutes) => `${new Date(Date.parse(value) + minutes * 60_000).toISOString().slice(0, 16)}Z`;
const isIn = (box, x, y) => ((r) => r.left <= x && x < r.right && r.top <= y && y < r.bottom)(box.getBoundingClientRect());

export class MoveLayer {
  #box = document.createElement("div");
  #ghost = document.createElement("div");
  #blocks = [];
  #bar;

  /** @param frame what scrolls with the board; @param bar what is dragged. */
  constructor(frame, bar) {
    this.#bar = bar;
    this.#box.className = "drag-layer";
    this.#box.setAttribute("aria-hidden", "true"); // what lies under the hand is said
    frame.append(this.#box);
  }

  /** @param choices of the page on which the same is chosen without a script. */
  lay(choices) {
    const rows = [...this.#box.parentElement.querySelectorAll("tr[data-at]")].map((row) => ({ at: row.dataset.at, rect: row.getBoundingClientRect() }));
    const [first, last] = [rows[0].rect.top, rows.at(-1).rect.bottom];
    const edge = (value) => ((at) => rows.find((row) => row.at >= at)?.rect.top ?? last)(shifted(value, this.#bar.dataset.after));
    for (const column of this.#box.parentElement.querySelectorAll("th[data-place]")) {
      const place = choices.querySelector(`section[data-place="${column.dataset.place}"]`);
      place || this.#add(column, first, last, choices.dataset.elsewhere, choices.dataset.elsewhere);
      place?.querySelectorAll("[data-from]").forEach((e) => {
        const [href, words] = [e.getAttribute("href"), e.dataset.words ?? e.querySelector("[data-words]").textContent];
        this.#add(column, edge(e.dataset.from), edge(e.dataset.until), words, href ? e.textContent : words, href);
      });
    }

    this.#box.append(this.#ghost);
  }

  /** The block in which the upper edge of the bar would lie, half a step down; none outside of all. */
  hover(x, y) {
    const top = y + (this.#blocks.find((b) => b.href)?.box.offsetHeight ?? 0) / 2;
    const hit = this.#blocks.find((b) => isIn(b.box, x, top));
    this.#ghost.className = hit?.href ? "drag-ghost" : "drag-ghost drag-nowhere";
    const { offsetLeft, offsetWidth } = (hit ?? this.#blocks[0]).box;
    this.#put(this.#ghost, offsetLeft, offsetWidth, hit?.href ? hit.box.offsetTop : y - this.#box.getBoundingClientRect().top, this.#bar.offsetHeight);
    return hit;
  }

  remove() {
    this.#box.remove();
  }

  #add(column, top, bottom, words, text, href) {
    const box = Object.assign(document.createElement("div"), { className: href ? "drag-free" : "drag-not", textContent: text });
    const [frame, { left, width }] = [this.#box.getBoundingClientRect(), column.getBoundingClientRect()];
    if (bottom > top) { // else it lies outside of the board
      this.#put(box, left - frame.left, width, top - frame.top, bottom - top);
      this.#box.append(box);
      this.#blocks.push({ box, words, href });
    }
  }

  #put(box, left, width, top, height) {
    Object.assign(box.style, { left: `${left}px`, width: `${width}px`, top: `${top}px`, height: `${height}px` });
  }
}
