// <drag-visits> around the board: the bar of somebody who has not come yet is taken to another time or place. What is free, and why the
// rest is not, is read from the page on which the same is chosen without a script; a drop only leads to that page's question.
import { MoveLayer } from "./move-layer.js";
import { tellWhenPatched } from "./patched.js";

const startPx = 6;
const edgePx = 70;
const scrollPx = 10;

class DragVisits extends HTMLElement {
  #drag;
  #dropped = false;
  #key = (event) => event.key === "Escape" && this.#end("Not moved.");

  connectedCallback() {
    this.addEventListener("pointerdown", (event) => this.#take(event));
    this.addEventListener("pointermove", (event) => this.#move(event));
    this.addEventListener("pointerup", (event) => event.pointerId === this.#drag?.pointer && this.#drop());
    this.addEventListener("pointercancel", () => this.#end());
    this.addEventListener("dragstart", (event) => this.#drag && event.preventDefault()); // a link would be dragged by the browser itself
    this.addEventListener("click", (event) => this.#dropped && (event.preventDefault(), event.stopPropagation()), true);
  }

  disconnectedCallback() {
    this.#end();
  }

  patched() {
    this.#end();
  }

  /** A mouse takes the bar anywhere; a finger takes it at its Move link, so that it can scroll on the rest. */
  #take(event) {
    const bar = event.target.closest("[data-move]");
    this.#say("");
    if (bar && event.button === 0 && !event.target.closest("button") && (event.pointerType === "mouse" || event.target.closest("[data-grip]"))) {
      this.#drag = { bar, pointer: event.pointerId, x: event.clientX, y: event.clientY, grip: event.clientY - bar.getBoundingClientRect().top };
    }
  }

  #move(event) {
    const drag = this.#drag;
    if (drag && event.pointerId === drag.pointer && (drag.layer || Math.hypot(event.clientX - drag.x, event.clientY - drag.y) >= startPx)) {
      [drag.x, drag.y] = [event.clientX, event.clientY];
      drag.layer ??= this.#start(drag);
    }
  }

  #start(drag) {
    this.setPointerCapture(drag.pointer);
    document.addEventListener("keydown", this.#key);
    this.dataset.held = ""; // the board stays as it is meanwhile
    this.classList.add("is-dragging");
    this.#say("Looking where it can go …");
    this.#load(drag);
    return new MoveLayer(this.querySelector(".board-places"), drag.bar);
  }

  async #load(drag) {
    const answer = await fetch(drag.bar.dataset.move, { headers: { accept: "text/html" } }).catch(() => null);
    const page = answer?.ok && !answer.redirected ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    const choices = page?.querySelector(".day-choices");
    if (this.#drag !== drag) {
      return;
    }

    if (!choices) {
      this.#end(page?.querySelector("main .alert li, main .empty-title")?.textContent ?? "Not connected: nothing was moved.");
      return;
    }

    drag.outside = choices.dataset.outside;
    drag.layer.lay(choices);
    this.#follow(drag);
  }

  /** Each frame, since at the edges of the window the page goes on under a hand that rests. */
  #follow(drag) {
    if (this.#drag === drag) {
      scrollBy({ top: drag.y < edgePx ? -scrollPx : drag.y > innerHeight - edgePx ? scrollPx : 0, behavior: "instant" });
      drag.hit = drag.layer.hover(drag.x, drag.y - drag.grip);
      this.#say(drag.hit?.words ?? drag.outside);
      requestAnimationFrame(() => this.#follow(drag));
    }
  }

  #drop() {
    const { layer, hit, outside } = this.#drag;
    this.#dropped = Boolean(layer); // the click that ends it opens no link
    setTimeout(() => (this.#dropped = false));
    this.#end(hit?.href ? "" : `Not moved. ${hit?.words ?? outside ?? ""}`);
    hit?.href && location.assign(hit.href);
  }

  #end(words = "") {
    const layer = this.#drag?.layer;
    this.#drag = undefined;
    document.removeEventListener("keydown", this.#key);
    if (layer) {
      layer.remove();
      this.classList.remove("is-dragging");
      delete this.dataset.held;
      this.#say(words);
      this.querySelector("live-page")?.dispatchEvent(new Event("released"));
    }
  }

  #say(words) {
    const line = this.querySelector(".drag-says");
    line.textContent === words || ([line.textContent, line.hidden] = [words, !words]);
  }
}

customElements.define("drag-visits", DragVisits);
tellWhenPatched("drag-visits");
