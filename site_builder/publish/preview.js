// Loads a previewed page anew when the archive has changed since the page was made.
const { version } = document.currentScript.dataset;
new EventSource(`/-/changes?${version}`).addEventListener("change", () => location.reload());
