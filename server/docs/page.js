/* The page to try the API with: it reads the description, draws a form for each operation, and shows what the service answers. */
const $ = id => document.getElementById(id);
const description = await (await fetch("openapi.json", { headers: { authorization: $("authorization").value } })).json().catch(() => undefined);
const resolve = schema => schema?.$ref ? description.components.schemas[schema.$ref.split("/").pop()] : schema ?? {};

/** A value of a schema to begin with: what it needs, no more. */
function sample(given) {
  const schema = resolve(given);
  if (schema.enum) return schema.enum[0];
  if (schema.type === "object") return Object.fromEntries((schema.required ?? []).map(name => [name, sample(schema.properties?.[name])]));
  return { array: [], number: 0, integer: 0, boolean: false }[schema.type] ?? "";
}

function field({ name, required, description: about, in: place }) {
  const label = document.createElement("label"), input = document.createElement("input");
  label.append(required ? `${name} *` : name, input);
  Object.assign(input, { required: !!required, title: about ?? "", name, autocomplete: "off" });
  input.dataset.in = place;
  return label;
}

async function send(form, method, path, type) {
  const inputs = [...form.querySelectorAll("input")].filter(input => input.value), of = place => inputs.filter(input => input.dataset.in === place);
  const query = new URLSearchParams(of("query").map(({ name, value }) => [name, value])), body = form.querySelector("textarea").value;
  const url = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(inputs.find(input => input.dataset.in === "path" && input.name === name)?.value ?? "")) + (query.size ? `?${query}` : "");
  const headers = { authorization: $("authorization").value, ...Object.fromEntries(of("header").map(({ name, value }) => [name, value])), ...type && body ? { "content-type": type } : {} };
  const began = performance.now(), answer = await fetch(url, { method: method.toUpperCase(), headers, ...type && body ? { body } : {} });
  const kind = answer.headers.get("content-type") ?? "", text = /json|text|csv/.test(kind) ? await answer.text() : `${kind}, ${(await answer.arrayBuffer()).byteLength} bytes`;
  return { line: `${answer.status} ${answer.statusText} · ${Math.round(performance.now() - began)} ms · ${method.toUpperCase()} ${url}`, text: /json/.test(kind) ? JSON.stringify(JSON.parse(text), undefined, 2) : text };
}

function operation(path, method, all, { summary, description: about, parameters = [], requestBody }) {
  const drawn = $("operation").content.firstElementChild.cloneNode(true), [verb, address, words] = drawn.querySelectorAll("summary > *"), form = drawn.querySelector("form"), type = requestBody && Object.keys(requestBody.content)[0];
  verb.textContent = method.toUpperCase(); address.textContent = path; words.textContent = summary;
  form.querySelector(".note").textContent = about ?? "";
  form.querySelector(".given").append(...[...all, ...parameters].map(field));
  const box = form.querySelector(".body");
  if (type) box.querySelector("textarea").value = /json/.test(type) ? JSON.stringify(sample(requestBody.content[type].schema), undefined, 2) : ""; else box.hidden = true;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const button = form.querySelector("button"), output = form.querySelector("output"), shown = document.createElement("pre");
    button.disabled = true;
    try { const { line, text } = await send(form, method, path, type); shown.textContent = text; output.replaceChildren(line, shown); }
    catch (error) { output.replaceChildren(`The service did not answer: ${error.message}`); }
    button.disabled = false;
  });
  return drawn;
}

function draw() {
  const groups = new Map(), wanted = $("find").value.trim().toLowerCase();
  for (const [path, { parameters = [], ...methods }] of Object.entries(description.paths)) for (const [method, of] of Object.entries(methods)) {
    const tag = of.tags?.[0] ?? "Everything else";
    if (`${path} ${method} ${tag} ${of.summary}`.toLowerCase().includes(wanted)) groups.set(tag, [...groups.get(tag) ?? [], operation(path, method, parameters, of)]);
  }
  $("operations").replaceChildren(...[...groups].flatMap(([tag, operations]) => { const heading = document.createElement("h2"); heading.textContent = tag; return [heading, ...operations]; }));
  $("operations").setAttribute("aria-busy", "false");
}

if (description?.paths) {
  $("about").textContent = `${description.info.description} OpenAPI ${description.openapi}.`;
  $("find").addEventListener("input", draw);
  draw();
} else $("operations").textContent = "The description could not be read: reload the page.";
