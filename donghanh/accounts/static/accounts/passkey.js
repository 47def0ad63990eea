// Passkeys: asks the device and sends what it answers. Where a browser knows none, the boxes stay hidden.
(() => {
  const library = window.webauthnJSON;

  const options = async (form) => {
    const written = document.getElementById("passkey-options");
    if (written) return JSON.parse(written.textContent);
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    return answer.json();
  };

  const answerOf = async (form) => {
    const asked = await options(form);
    if (form.dataset.passkey !== "new") return library.get(asked.request_options);
    Object.assign(asked.creation_options.publicKey.authenticatorSelection, {
      requireResidentKey: true,
      residentKey: "required",
      userVerification: "required",
    });
    return library.create(asked.creation_options);
  };

  const isNumber = /^[\d.]+$|:/.test(location.hostname); // Browsers keep passkeys for names only.
  if (isNumber || !window.PublicKeyCredential) return;
  for (const missing of document.querySelectorAll("[data-passkey-missing]")) missing.hidden = true;
  for (const box of document.querySelectorAll("[data-passkey-box]")) {
    const form = box.querySelector("form[data-passkey]");
    box.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      try {
        form.elements.credential.value = JSON.stringify(await answerOf(form));
        form.submit();
      } catch {
        box.querySelector("[data-passkey-failed]").hidden = false;
      }
    });
  }
})();
