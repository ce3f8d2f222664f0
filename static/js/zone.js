/* Tells the form which time zone the browser is in, so that months begin at midnight here. */
for (const field of document.querySelectorAll("input[data-zone]")) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}
