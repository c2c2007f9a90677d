// The camera beside the file field: the first photograph of the same view as a ghost, a line that shows when the camera is level, a ring for the
// distance and the light in words. What it takes goes into the file field, so that the form is sent as always.
const ghostPath = id => `/staff/photos/${id}`;

const lyingFlat = 0.8;

// Neither gamma nor beta is the roll: with the phone upright (beta near 90) gamma is free to be anything. What tells is where "up" lies in the
// device's own axes (x to the right, y to the top of the screen, z out of it): the third row of R = Z(alpha) X(beta) Y(gamma) of the W3C Device
// Orientation text, (-cos b sin g, sin b, cos b cos g). The screen's axes are the device's, turned clockwise by the screen's angle.
// Degrees clockwise from the top of the picture to "up", which is how the line turns; null when not known or when the device lies flat.
const rollOf = ({ beta, gamma }, angle) => {
  if (beta == null || gamma == null) return null;
  const [b, g, a] = [beta, gamma, angle].map(degrees => degrees * Math.PI / 180);
  const [x, y, z] = [-Math.cos(b) * Math.sin(g), Math.sin(b), Math.cos(b) * Math.cos(g)];
  if (Math.abs(z) > lyingFlat) return null;
  return Math.round(Math.atan2(x * Math.cos(a) - y * Math.sin(a), x * Math.sin(a) + y * Math.cos(a)) * 1800 / Math.PI) / 10;
};

class PhotoCapture extends HTMLElement {
  #stream;
  #timer;
  #level = null;

  connectedCallback() {
    if (!navigator.mediaDevices?.getUserMedia || this.querySelector("[data-open]")) return;
    // A file that is chosen was not taken by this camera: its level says nothing of it.
    this.querySelector("input[type=file]").addEventListener("change", () => { this.querySelector("input[type=hidden]").value = ""; });
    this.#append("button", { type: "button", className: "btn mt-2", textContent: "Use the camera of this device" }, b => { b.dataset.open = ""; b.onclick = () => this.#open(); });
  }

  disconnectedCallback() {
    this.#close();
  }

  async #open() {
    this.#close();
    try {
      DeviceOrientationEvent?.requestPermission?.().catch(() => {});
      this.#stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 4096 }, height: { ideal: 3072 } } });
    } catch {
      this.#say("The camera cannot be used. Allow it in the browser, or choose a file.");
      return;
    }

    this.querySelector("[data-stage]")?.remove();
    const stage = this.#append("div", { className: "capture-stage mt-2" }, s => { s.dataset.stage = ""; });
    const video = Object.assign(document.createElement("video"), { autoplay: true, muted: true, playsInline: true, srcObject: this.#stream });
    video.setAttribute("aria-label", "Picture of the camera");
    const view = this.#append("div", { className: "capture-view" }, null, stage);
    view.append(video, this.#ghost(), ...["ring", "horizon"].map(n => Object.assign(document.createElement("span"), { className: `capture-${n}` })));
    this.#append("p", { className: "mb-2" }, p => { p.dataset.light = ""; p.setAttribute("role", "status"); }, stage);
    const shoot = this.#append("button", { type: "button", className: "btn btn-primary w-100", textContent: "Take the picture" }, b => { b.onclick = () => this.#shoot(video); }, stage);
    window.addEventListener("deviceorientation", this.#turned);
    this.#timer = setInterval(() => this.#look(video), 700);
    shoot.focus();
  }

  #ghost() {
    const [view, zone] = ["View", "Zone"].map(n => this.closest("form").elements[`Input.${n}`]?.value ?? "");
    const id = JSON.parse(this.dataset.first || "{}")[`${view}|${zone}`];
    return id ? Object.assign(new Image(), { src: ghostPath(id), alt: "", className: "capture-ghost" }) : new Text();
  }

  #turned = e => {
    this.#level = rollOf(e, screen.orientation?.angle ?? 0);
    const line = this.querySelector(".capture-horizon");
    line?.style.setProperty("rotate", `${this.#level ?? 0}deg`);
    line?.classList.toggle("is-level", this.#level !== null && Math.abs(this.#level) <= 2);
  };

  #look(video) {
    if (!video.videoWidth) return;
    const canvas = Object.assign(document.createElement("canvas"), { width: 32, height: 24 });
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.drawImage(video, 0, 0, 32, 24);
    const pixels = context.getImageData(8, 4, 16, 16).data;
    let light = 0;
    for (let i = 0; i < pixels.length; i += 4) light += 0.2126 * pixels[i] + 0.7152 * pixels[i + 1] + 0.0722 * pixels[i + 2];
    light /= pixels.length / 4;
    const words = light < 60 ? "Too dark: turn the lamp on." : light > 225 ? "Too bright: step back from the lamp." : "Light is good. Fill the ring, eyes on the line.";
    const place = this.querySelector("[data-light]");
    if (place && place.textContent !== words) place.textContent = words;
  }

  #shoot(video) {
    const canvas = Object.assign(document.createElement("canvas"), { width: video.videoWidth, height: video.videoHeight });
    canvas.getContext("2d").drawImage(video, 0, 0);
    canvas.toBlob(blob => {
      const files = new DataTransfer();
      files.items.add(new File([blob], "photograph.jpg", { type: "image/jpeg" }));
      this.querySelector("input[type=file]").files = files.files;
      this.querySelector("input[type=hidden]").value = this.#level ?? "";
      this.#close();
      const shown = Object.assign(new Image(), { src: URL.createObjectURL(blob), alt: "The picture that was taken", className: "img-fluid rounded" });
      this.querySelector("[data-stage]").replaceChildren(shown);
      this.querySelector("[data-open]").textContent = "Take another";
    }, "image/jpeg", 0.95);
  }

  #close() {
    clearInterval(this.#timer);
    window.removeEventListener("deviceorientation", this.#turned);
    this.#stream?.getTracks().forEach(t => t.stop());
  }

  #say(words) {
    const old = this.querySelector("[data-problem]");
    if (old) { old.textContent = words; return; }
    this.#append("p", { className: "text-danger mt-2 mb-0", textContent: words }, p => { p.dataset.problem = ""; p.setAttribute("role", "alert"); });
  }

  #append(tag, properties, more, to = this) {
    const element = Object.assign(document.createElement(tag), properties);
    more?.(element);
    to.append(element);
    return element;
  }
}

customElements.define("photo-capture", PhotoCapture);
