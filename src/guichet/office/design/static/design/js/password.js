// A button that shows and hides a password. Without JavaScript there is none, and the field works.
(function () {
  "use strict";
  function equip(group) {
    const input = group.querySelector("input");
    if (!input || group.querySelector(".password__reveal")) return;
    const frame = document.createElement("span");
    const button = document.createElement("button");
    frame.className = "password";
    button.type = "button";
    button.className = "password__reveal";
    button.setAttribute("aria-controls", input.id);
    input.replaceWith(frame);
    frame.append(input, button);
    function draw() {
      const shown = input.type === "text";
      button.textContent = shown ? "Masquer" : "Afficher";
      button.setAttribute("aria-label", shown ? "Masquer le mot de passe" : "Afficher le mot de passe");
    }
    button.addEventListener("click", function () {
      input.type = input.type === "password" ? "text" : "password";
      draw();
    });
    if (input.form) input.form.addEventListener("submit", function () { input.type = "password"; });
    draw();
  }
  document.querySelectorAll("[data-password]").forEach(equip);
})();
