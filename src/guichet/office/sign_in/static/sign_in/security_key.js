// The ceremony of a security key (WebAuthn): asks the browser, puts its answer in the form, sends it.
(function () {
  "use strict";
  function bytes(text) {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, function (sign) { return sign.charCodeAt(0); });
  }
  function text(buffer) {
    const plain = Array.from(new Uint8Array(buffer), function (byte) { return String.fromCharCode(byte); }).join("");
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }
  function described(list) {
    return (list || []).map(function (one) { return Object.assign({}, one, { id: bytes(one.id) }); });
  }
  function read(form) {
    const options = JSON.parse(form.dataset.options);
    options.challenge = bytes(options.challenge);
    if (options.user) options.user.id = bytes(options.user.id);
    if (options.excludeCredentials) options.excludeCredentials = described(options.excludeCredentials);
    if (options.allowCredentials) options.allowCredentials = described(options.allowCredentials);
    return options;
  }
  function written(found) {
    const response = { clientDataJSON: text(found.response.clientDataJSON) };
    if (found.response.attestationObject) response.attestationObject = text(found.response.attestationObject);
    if (found.response.authenticatorData) response.authenticatorData = text(found.response.authenticatorData);
    if (found.response.signature) response.signature = text(found.response.signature);
    return JSON.stringify({
      id: found.id, rawId: text(found.rawId), type: found.type, response: response, clientExtensionResults: {}
    });
  }
  const WHY = {
    InvalidStateError: "Cette clé est déjà enregistrée sur votre compte.",
    NotAllowedError: "La demande a été annulée, ou la clé n'a pas répondu à temps. Recommencez.",
    SecurityError: "Le navigateur refuse les clés à cette adresse."
  };
  function equip(form) {
    const cannot = form.querySelector("[data-cannot]"), said = form.querySelector("[data-said]");
    if (!window.PublicKeyCredential || !navigator.credentials) {
      cannot.textContent = "Ce navigateur, ou cette adresse, ne permet pas les clés de sécurité (il faut une connexion chiffrée).";
      return;
    }
    if (location.origin !== form.dataset.origin) {
      cannot.textContent = "Les clés de sécurité ne fonctionnent qu'à l'adresse " + form.dataset.origin + " : ouvrez-y cette page.";
      return;
    }
    cannot.hidden = true;
    form.querySelectorAll("[data-ready]").forEach(function (part) { part.hidden = false; });
    form.addEventListener("submit", function (event) {
      if (form.elements.answer.value) return;
      event.preventDefault();
      said.textContent = "";
      navigator.credentials[form.dataset.securityKey]({ publicKey: read(form) }).then(function (found) {
        form.elements.answer.value = written(found);
        form.submit();
      }).catch(function (fault) {
        said.textContent = WHY[fault.name] || "La clé n'a pas pu être lue. Recommencez.";
      });
    });
  }
  document.querySelectorAll("form[data-security-key]").forEach(equip);
})();
