// <draft-form data-user="…">: what is typed is kept in this browser every second, and sent by itself when a lost network is back.
// A form without fields is a press: it waits for the network in the same way, as long as its page is open.
// A draft ends when the server says that its submission was done; until then it stays. It is its writer's alone, for a day's work.
import { isThere } from "./network.js";
import { tellWhenPatched } from "./patched.js";

const prefix = "draft:";
const keptHours = 12;
const retryMs = 3000;
const noAnswerMs = 15000;

document.addEventListener("submit", (event) => {
  if (event.target.getAttribute("action") === "/sign-out") {
    drafts().forEach(([key]) => localStorage.removeItem(key));
  }
});
let settling;
globalThis.Blazor?.addEventListener("enhancedload", settle);
settle();

/** Drafts that were sent and done are gone; those that were sent and not done are drafts again. Asked once for all forms of a page. */
function settle() {
  return (settling ??= ask().finally(() => (settling = null)));
}

async function ask() {
  for (const [key, draft] of drafts().filter(([, d]) => d.sent)) {
    const done = await fetch(`/done/${draft.sent}`, { cache: "no-store" }).catch(() => null);
    if (done?.status === 204 || (done?.status === 404 && !draft.fields.length)) { // a press that was refused holds nothing typed
      localStorage.removeItem(key);
    }
  }
}

function drafts() {
  return Object.keys(localStorage).filter((k) => k.startsWith(prefix)).map((k) => [k, read(k)]).filter(([, draft]) => draft);
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return localStorage.removeItem(key) ?? null;
  }
}

class DraftForm extends HTMLElement {
  #said = Object.assign(document.createElement("p"), { className: "draft-said", role: "status" });
  #keep;
  #retry;
  #noAnswer;
  #isSending = false;
  #isSure = false;
  #pressed; // key of the form that waits: a page that is patched in may bring another form into this element, which nobody pressed
  #back = () => this.#retry && this.#send();

  connectedCallback() {
    drafts().filter(([k, d]) => !k.startsWith(prefix + this.dataset.user) || Date.now() - d.at > keptHours * 3600000).forEach(([k]) => localStorage.removeItem(k));
    this.#restore();
    this.addEventListener("input", () => this.#typed());
    this.addEventListener("submit", (event) => this.#submit(event), { capture: true });
    addEventListener("online", this.#back);
  }

  disconnectedCallback() {
    [this.#keep, this.#noAnswer].forEach(clearTimeout);
    clearInterval(this.#retry);
    removeEventListener("online", this.#back);
  }

  get #key() {
    return `${prefix}${this.dataset.user}:${location.pathname}:${this.#form.getAttribute("action") ?? ""}`;
  }

  get #form() {
    return this.querySelector("form");
  }

  get #fields() {
    return [...this.#form.elements].filter((e) => e.name && !["hidden", "file", "password", "submit"].includes(e.type));
  }

  #typed() {
    clearTimeout(this.#keep);
    this.#keep = setTimeout(() => this.#store(), 1000);
    if (read(this.#key)?.sent === this.#form.elements.once?.value) {
      this.#form.elements.once.value = `${Date.now()}-${Math.random().toString(36).slice(2)}`; // other words are another submission
    }
  }

  #store(sent) {
    const fields = this.#fields.map((e) => (isChoice(e) ? [e.name, e.value, e.checked] : [e.name, null, e.value]));
    try {
      localStorage.setItem(this.#key, JSON.stringify({ at: Date.now(), sent, fields }));
    } catch {
      this.#say("This browser keeps nothing: what you type is lost when the page is closed.");
    }
  }

  async #restore() {
    await settle();
    const draft = this.isConnected && this.#form ? read(this.#key) : null;
    if (draft && !draft.fields.length && !draft.sent && !this.#retry && !this.#isSending) {
      localStorage.removeItem(this.#key);
      this.#say(`Pressed at ${clock(draft.at)} without a connection, and not sent. Press again.`);
      return;
    }

    const differs = draft?.fields.filter(([name, choice, value]) => {
      const field = this.#field(name, choice);
      return field && (choice === null ? field.value : field.checked) !== value;
    });
    if (!differs?.length) {
      return;
    }

    for (const [name, choice, value] of differs) {
      const field = this.#field(name, choice);
      choice === null ? (field.value = value) : (field.checked = value);
      field.dispatchEvent(new Event("change", { bubbles: true })); // what stands beside a field goes by its value
    }

    this.#say(`What you typed at ${clock(draft.at)} was kept in this browser and is not saved yet. `, "Throw it away", () => {
      localStorage.removeItem(this.#key);
      location.reload();
    });
  }

  #field(name, choice) {
    return this.#fields.find((e) => e.name === name && (choice === null || e.value === choice));
  }

  #submit(event) {
    clearTimeout(this.#keep);
    if (this.#isSure) {
      this.#isSure = false;
      this.#store(this.#form.elements.once?.value);
      this.#noAnswer = setTimeout(() => this.#send(), noAnswerMs); // the same submission: done once, however often it arrives
      return;
    }

    event.preventDefault();
    event.stopImmediatePropagation();
    this.#store();
    this.#pressed = this.#key;
    this.#send();
  }

  /** The page came anew, whatever it says. */
  patched() {
    clearTimeout(this.#noAnswer);
    this.#pressed === this.#key || this.#stop();
    this.#restore();
  }

  /** Asks first whether anybody is there: a post into nothing would lose the page. */
  async #send() {
    if (this.#isSending || !this.isConnected || this.#pressed !== this.#key) {
      return;
    }

    this.#isSending = true;
    const there = await isThere();
    this.#isSending = false;
    this.#stop();
    if (this.#pressed !== this.#key) {
      return;
    }

    if (there && this.isConnected) {
      this.#say("");
      this.#isSure = true;
      this.#form.requestSubmit();
    } else if (this.isConnected) {
      this.#say(`Not connected. Kept in this browser at ${clock(Date.now())}; it is sent by itself when the network is back. Leave this page open. ${this.dataset.late ?? ""}`);
      this.#retry = setInterval(() => this.#send(), retryMs);
    }
  }

  #stop() {
    clearInterval(this.#retry);
    this.#retry = null;
  }

  #say(words, button, act) {
    this.append(this.#said); // a page that was patched in has taken it away
    this.#said.textContent = words;
    button && this.#said.append(Object.assign(document.createElement("button"), { type: "button", className: "btn btn-sm", textContent: button, onclick: act }));
  }
}

const isChoice = (field) => field.type === "checkbox" || field.type === "radio";
const clock = (at) => new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

customElements.define("draft-form", DraftForm);
tellWhenPatched("draft-form");
