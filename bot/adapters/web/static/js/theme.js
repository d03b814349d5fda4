// Before anything is drawn: the theme this visitor chose, if they did; otherwise the system's.
document.documentElement.dataset.theme = localStorage.getItem("milepost.theme") ?? "";
