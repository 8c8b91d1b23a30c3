// Says whether what was typed is kept: the state of the last autosave, in « .saved », and aloud when it fails.
(function () {
  "use strict";
  const voice = document.getElementById("announcements");
  let failed = false;
  function places() { return document.querySelectorAll(".saved"); }
  function say(text) { if (voice) voice.textContent = text; }
  function lost() {
    failed = true;
    places().forEach(function (place) {
      place.className = "saved saved--failed";
      place.textContent = "Enregistrement impossible pour l'instant. Votre saisie reste à l'écran ; nouvel essai à la prochaine frappe.";
    });
    say("Enregistrement impossible pour l'instant.");
  }
  function found() {
    if (failed) say("Enregistrement rétabli.");
    failed = false;
  }
  ["htmx:error", "htmx:response:error", "htmx:responseError", "htmx:sendError", "htmx:timeout"].forEach(function (name) {
    document.addEventListener(name, function () { if (places().length) lost(); });
  });
  ["htmx:after:swap", "htmx:afterSwap"].forEach(function (name) { document.addEventListener(name, found); });
})();
