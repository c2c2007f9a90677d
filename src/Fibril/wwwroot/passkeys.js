// Passkeys: fetches the options, lets the device make or use a passkey, and posts the ordinary form with its answer.
// Without JavaScript or passkeys the element stays hidden; the password does the job.
class PasskeyForm extends HTMLElement {
  connectedCallback() {
    if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON || !window.isSecureContext) return;
    this.hidden = false;
    this.form = this.querySelector("form");
    this.form.addEventListener("submit", (event) => this.start(event));
  }

  async start(event) {
    if (this.form.elements.credential.value) return; // the second submit, with the answer
    event.preventDefault();
    this.say("");
    try {
      const response = await fetch(this.form.dataset.options, { method: "POST", body: new FormData(this.form) });
      if (!response.ok) throw new Error("The page is too old. Open it again.");
      const credential = await this.ask(await response.json());
      this.form.elements.credential.value = JSON.stringify(credential);
      this.form.requestSubmit();
    } catch (error) {
      this.say(error.name === "NotAllowedError" ? "No passkey was used. You can try again or go on without." : error.message);
    }
  }

  say(text) {
    this.querySelector("[data-problem]").textContent = text;
  }
}

customElements.define("passkey-sign-in", class extends PasskeyForm {
  ask(options) {
    return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  }
});

customElements.define("passkey-register", class extends PasskeyForm {
  ask(options) {
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  }
});
