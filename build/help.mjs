/** The page that Excel opens from a function's help: one section a function, and what leaves the workbook. */
export function helpPage(functions) {
  const list = functions.map(({ name }) => `<li><a href="#${name.toLowerCase()}">${name}</a></li>`).join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
<title>Headroom help</title>
<link rel="stylesheet" href="taskpane.css">
</head>
<body>
<h1>Headroom</h1>
<p>Can we deliver? Capacity, demand and exact skill gaps, computed in your workbook.</p>
<p>In Excel every function begins with HEADROOM, such as =HEADROOM.CAPACITY(…). Tables are ranges with their heading row, in any
order. Dates of a result are day numbers until you give their cells a date format.</p>
<p>When a formula shows #NAME?, Headroom is not loaded: open Home, Add-ins, Headroom.</p>
<ul>${list}</ul>
${functions.map(section).join("\n")}
<h2 id="privacy">Privacy</h2>
<p>Nothing leaves the workbook. The page loads Microsoft's Office script and nothing else, and its security policy lets it
talk to no other address.</p>
</body>
</html>
`;
}

function section({ name, summary, gives, params, examples }) {
  const rows = params.map(({ name: param, about }) => `<tr><th>${escaped(param)}</th><td>${escaped(about)}</td></tr>`);
  const shown = examples.map(
    ({ formula, says }) => `<p>${escaped(says)}</p><pre>${escaped(formula.replaceAll(name, `HEADROOM.${name}`))}</pre>`,
  );
  return `<h2 id="${name.toLowerCase()}">${name}</h2>
<p>${escaped(summary)} It gives ${escaped(gives)}.</p>
<table>${rows.join("")}</table>
${shown.join("\n")}`;
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
