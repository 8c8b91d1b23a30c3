// French spacing: no line ends before « : ; ? ! », inside quotation marks, inside a national number,
// or between « R. » and the number of an article.
(function () {
  "use strict";
  const apart = new Set(["SCRIPT", "STYLE", "TEXTAREA", "CODE", "PRE", "OPTION"]);
  function mend(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (apart.has(node.parentNode.nodeName)) continue;
      const mended = node.data
        .replace(/ (?=[:»%€])/g, "\u00a0")
        .replace(/« /g, "«\u00a0")
        .replace(/ (?=[;?!])/g, "\u202f")
        .replace(/\b(\d\d) (\d) (\d{3}) (\d{3})\b/g, "$1\u00a0$2\u00a0$3\u00a0$4")
        .replace(/\b([RLD]\.\*?|n°|art\.|al\.) (?=\d)/g, "$1\u00a0");
      if (mended !== node.data) node.data = mended;
    }
  }
  mend(document.body);
  document.addEventListener("htmx:after:swap", function () { mend(document.body); });
})();
