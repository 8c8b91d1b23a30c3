// After a file is chosen: its name, its size, and the image itself when it is one.
(function () {
  "use strict";
  function size(bytes) {
    const units = bytes < 1048576 ? [1024, "Ko"] : [1048576, "Mo"];
    return (bytes / units[0]).toLocaleString("fr-FR", { maximumFractionDigits: 1 }) + "\u202f" + units[1];
  }
  function show(group, files) {
    let place = group.querySelector(".file-preview");
    if (!place) {
      place = document.createElement("p");
      place.className = "file-preview";
      place.setAttribute("aria-live", "polite");
      group.append(place);
    }
    place.replaceChildren();
    Array.from(files).forEach(function (file) {
      if (/^image\/(png|jpeg)$/.test(file.type)) {
        const reader = new FileReader();
        const image = document.createElement("img");
        image.alt = "Aperçu de " + file.name;
        reader.addEventListener("load", function () { image.src = reader.result; });
        reader.readAsDataURL(file);
        place.append(image);
      }
      place.append(file.name + " (" + size(file.size) + ")");
    });
  }
  document.addEventListener("change", function (event) {
    const group = event.target.closest("[data-file]");
    if (group && event.target.type === "file") show(group, event.target.files);
  });
})();
