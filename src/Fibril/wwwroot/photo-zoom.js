// One zoom for all panes of a comparison: buttons, keys, wheel with Ctrl, and dragging move them together. Without it the pictures stand as they are.
const steps = [1, 1.5, 2, 3, 4, 6];

class PhotoZoom extends HTMLElement {
  #zoom = 1;
  #x = 0;
  #y = 0;

  connectedCallback() {
    if (this.querySelector(".zoom-bar")) return;
    const bar = Object.assign(document.createElement("div"), { className: "zoom-bar btn-list mb-2 d-print-none" });
    for (const [words, by] of [["Zoom in", 1], ["Zoom out", -1], ["Whole", 0]]) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-sm", textContent: words });
      button.onclick = () => this.#step(by);
      bar.append(button);
    }

    this.prepend(bar);
    for (const pane of this.querySelectorAll(".pane")) {
      pane.tabIndex = 0;
      pane.setAttribute("role", "group");
      pane.setAttribute("aria-label", "Picture: plus and minus zoom, arrows move");
      pane.addEventListener("keydown", e => this.#key(e));
      pane.addEventListener("wheel", e => { if (e.ctrlKey) { e.preventDefault(); this.#step(e.deltaY < 0 ? 1 : -1); } }, { passive: false });
      pane.addEventListener("pointermove", e => { if (e.buttons === 1 && this.#zoom > 1 && !pane.querySelector("img-comparison-slider")) this.#move(e.movementX / this.#zoom, e.movementY / this.#zoom); });
      pane.addEventListener("dragstart", e => e.preventDefault());
    }
  }

  #key(event) {
    const moves = { ArrowLeft: [20, 0], ArrowRight: [-20, 0], ArrowUp: [0, 20], ArrowDown: [0, -20] };
    if (event.key === "+" || event.key === "=") this.#step(1);
    else if (event.key === "-") this.#step(-1);
    else if (moves[event.key] && this.#zoom > 1 && event.target.classList.contains("pane")) { event.preventDefault(); this.#move(...moves[event.key]); }
  }

  #step(by) {
    const at = steps.indexOf(this.#zoom);
    this.#zoom = by === 0 ? 1 : steps[Math.max(0, Math.min(steps.length - 1, at + by))];
    if (this.#zoom === 1) this.#x = this.#y = 0;
    this.#move(0, 0);
  }

  #move(dx, dy) {
    const pane = this.querySelector(".pane");
    const reach = side => side * (this.#zoom - 1) / (2 * this.#zoom);
    this.#x = Math.max(-reach(pane.clientWidth), Math.min(reach(pane.clientWidth), this.#x + dx));
    this.#y = Math.max(-reach(pane.clientHeight), Math.min(reach(pane.clientHeight), this.#y + dy));
    this.style.setProperty("--zoom", this.#zoom);
    this.style.setProperty("--x", `${this.#x}px`);
    this.style.setProperty("--y", `${this.#y}px`);
  }
}

customElements.define("photo-zoom", PhotoZoom);
