// Says when what was typed could not be kept: in the place of the autosave's state, and aloud. The next save replaces it.
(function () {
  "use strict";
  const voice = document.getElementById("announcements");
  const words = "Enregistrement impossible pour l'instant. Votre saisie reste à l'écran ; nouvel essai à la prochaine frappe.";
  let failed = false;
  function say(text) { if (voice) voice.textContent = text; }
  function lost() {
    const places = document.querySelectorAll(".saved, .autosave");
    if (!places.length) return;
    places.forEach(function (place) {
      place.classList.add("saved--failed");
      place.textContent = words;
    });
    if (!failed) say(words);
    failed = true;
  }
  function kept() {
    if (failed) say("Enregistrement rétabli.");
    failed = false;
  }
  ["htmx:error", "htmx:response:error"].forEach(function (name) { document.addEventListener(name, lost); });
  document.addEventListener("htmx:after:swap", kept);
})();
