// A press that reached nobody says so beside its button. A form inside <draft-form> keeps itself and says more.
import { isThere } from "./network.js";

const words = "Not connected: nothing was sent. Press again when the network is back.";

document.addEventListener("submit", async ({ target: form }) => {
  if (form.method !== "post" || form.closest("draft-form")) {
    return;
  }

  said(form)?.remove();
  if (!(await isThere()) && form.isConnected) { // had it arrived all the same, the answer takes the words away, and its key does nothing twice
    const said = Object.assign(document.createElement("p"), { className: "draft-said", role: "status" });
    said.dataset.notSent = "";
    form.append(said);
    said.textContent = words; // after it stands there, or it is not read aloud
  }
});

const said = (form) => form.querySelector("[data-not-sent]");
