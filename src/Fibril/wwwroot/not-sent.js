// A press that reached nobody says so beside its button. A form inside <draft-form> keeps itself and says more.
import { isThere } from "./network.js";

const words = "Not connected: nothing was sent. Press again when the network is back.";
let sure;

document.addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (form.method !== "post" || form.closest("draft-form")) {
    return;
  }

  form.querySelector("[data-not-sent]")?.remove();
  const isSent = navigator.onLine || form === sure;
  sure = null;
  if (!isSent) { // without a network the clinic's computer may still be this one
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  const there = await isThere();
  if (!there && form.isConnected) { // had it arrived all the same, the answer takes the words away, and its key does nothing twice
    say(form);
  } else if (there && !isSent) {
    sure = form;
    form.requestSubmit(submitter);
  }
}, { capture: true });

function say(form) {
  const said = Object.assign(document.createElement("p"), { className: "draft-said", role: "status" });
  said.dataset.notSent = "";
  form.append(said);
  said.textContent = words; // after it stands there, or it is not read aloud
}
