// Passkeys: the browser asks the device, we send on what it answers.
"use strict";

async function passkey(form, address, ask) {
  const line = form.querySelector(".trouble-line");
  line.textContent = "";
  try {
    const wanted = await (await fetch(address)).json();
    const answer = await ask(wanted);
    const body = new URLSearchParams(new FormData(form));
    body.set("answer", JSON.stringify(answer.toJSON()));
    if (form.dataset.csrf) body.set("csrf", form.dataset.csrf);
    const response = await fetch(address, { method: "POST", body });
    if (!response.ok) throw new Error(String(response.status));
    location.assign((await response.json()).go);
  } catch (error) {
    line.textContent = form.dataset.failed;
  }
}

const asks = {
  "add-passkey": ["/settings/passkey", (wanted) =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(wanted) })],
  "use-passkey": ["/log-in/passkey", (wanted) =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(wanted) })],
};

document.addEventListener("submit", (event) => {
  const found = asks[event.target.id];
  if (!found) return;
  event.preventDefault();
  passkey(event.target, ...found);
});
