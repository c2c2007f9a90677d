// <skin-map data-most="60">: a finger, a pen or the mouse taps a spot on the map or draws around an area; a hidden field carries the points.
// The list of places does the same without it.
import { tellWhenPatched } from "./patched.js";

const step = 2; // units of the map between two points that are kept
const tap = 5; // what is drawn within so many units is a spot

class SkinMap extends HTMLElement {
  #line = null;

  connectedCallback() {
    this.addEventListener("pointerdown", (event) => this.#begin(event));
    this.addEventListener("pointermove", (event) => this.#go(event));
    this.addEventListener("pointerup", () => this.#end());
    this.addEventListener("pointercancel", () => this.#drop());
    this.patched();
  }

  patched() {
    this.#line = null;
    if (!this.querySelector("[data-tools]")) {
      const tools = Object.assign(document.createElement("div"), { className: "skin-map-tools" });
      tools.dataset.tools = "";
      const said = Object.assign(document.createElement("p"), { className: "mb-0" });
      said.setAttribute("role", "status");
      const clear = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-sm", textContent: "Clear the drawing" });
      clear.addEventListener("click", () => this.#keep([]));
      tools.append(said, clear);
      this.querySelector("figure").after(tools);
    }

    this.#show();
  }

  get #field() {
    return this.querySelector("input[type=hidden]");
  }

  get #map() {
    return this.querySelector("svg");
  }

  #begin(event) {
    if (event.isPrimary && event.button === 0 && event.target.closest("svg")) {
      this.#map.setPointerCapture(event.pointerId);
      this.#line = [this.#at(event)];
    }
  }

  #go(event) {
    if (this.#line && event.isPrimary) {
      const point = this.#at(event);
      if (apart(point, this.#line.at(-1)) >= step) {
        this.#line.push(point);
        this.#draw(this.#line);
      }
    }
  }

  #end() {
    const line = this.#line;
    this.#line = null;
    if (line) {
      this.#keep(line.length < 3 || line.every((p) => apart(p, line[0]) < tap) ? [line[0]] : this.#thin(line));
    }
  }

  #drop() {
    this.#line = null;
    this.#show();
  }

  /** No more points than the record takes. */
  #thin(line) {
    const most = Number(this.dataset.most);
    return line.length <= most ? line : Array.from({ length: most }, (_, i) => line[Math.floor((i * line.length) / most)]);
  }

  #keep(points) {
    this.#field.value = points.map((p) => p.join(",")).join(";");
    this.#show();
  }

  #show() {
    const points = this.#field.value.split(";").filter((p) => p).map((p) => p.split(",").map(Number));
    this.#draw(points);
    this.querySelector("[data-tools] p").textContent = points.length === 0 ? "Tap a spot, or draw around an area." : points.length === 1 ? "A spot is marked." : "An area is marked.";
    this.querySelector("[data-tools] button").hidden = points.length === 0;
    this.querySelector("[data-place]").hidden = points.length > 0;
  }

  #draw(points) {
    this.querySelector("[data-drawn]").setAttribute("d", points.length ? `M${points.map((p) => p.join(" ")).join("L")}Z` : "");
  }

  /** Where the pointer is, in the units of the map and within it. */
  #at(event) {
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.#map.getScreenCTM().inverse());
    const { width, height } = this.#map.viewBox.baseVal;
    return [within(x, width), within(y, height)];
  }
}

const apart = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);
const within = (value, most) => Math.round(Math.min(most, Math.max(0, value)) * 10) / 10;

customElements.define("skin-map", SkinMap);
tellWhenPatched("skin-map");
