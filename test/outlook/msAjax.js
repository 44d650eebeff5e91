/* Our stand-in for Microsoft's Ajax library, which office.js waits for: only what office.js reads of it. */
/* global window, Sys */
(() => {
  const add = (to, members) => { for (const [name, value] of Object.entries(members)) if (!(name in to)) Object.defineProperty(to, name, { value, configurable: true, writable: true }); };
  const failure = kind => (subject, words) => Object.assign(new Error(`${kind}: ${words ?? subject ?? ""}`), { name: kind, paramName: subject });

  add(window, { Type: Function, Sys: {} });
  add(Function, {
    registerNamespace: path => path.split(".").reduce((under, name) => under[name] ??= {}, window),
    _validateParameter: (value, { type, mayBeNull, optional }, name) => {
      if (value === undefined) return mayBeNull || optional ? null : Error.argumentUndefined(name);
      if (value === null) return mayBeNull ? null : Error.argumentNull(name);
      return fits(value, type) ? null : Error.argumentType(name);
    },
    _validateParams: (given, expected) => {
      const needed = expected.filter(one => !one.optional && !one.mayBeNull && !one.parameterArray).length;
      if (given.length < needed || (given.length > expected.length && !expected.some(one => one.parameterArray))) return Error.parameterCount();
      for (const [at, value] of [...given].entries()) {
        const wanted = expected[Math.min(at, expected.length - 1)];
        const wrong = Function._validateParameter(value, wanted, wanted.name);
        if (wrong) return wrong;
      }
      return null;
    },
  });
  add(Function.prototype, { registerClass() { return this; } });
  add(Error, {
    create: (words, more) => Object.assign(new Error(words), more),
    argument: failure("Sys.ArgumentException"), argumentNull: failure("Sys.ArgumentNullException"), argumentUndefined: failure("Sys.ArgumentUndefinedException"),
    argumentType: failure("Sys.ArgumentTypeException"), argumentOutOfRange: failure("Sys.ArgumentOutOfRangeException"), parameterCount: failure("Sys.ParameterCountException"),
    invalidOperation: failure("Sys.InvalidOperationException"), notImplemented: failure("Sys.NotImplementedException"),
  });
  add(String, { format: (pattern, ...values) => pattern.replace(/\{(\d+)\}/g, (all, at) => values[at] ?? all) });
  add(Sys, {
    Debug: { trace: () => {} }, Browser: { agent: {}, InternetExplorer: {} },
    Serialization: { JavaScriptSerializer: { serialize: value => JSON.stringify(value), deserialize: text => JSON.parse(text) } },
    StringBuilder: class { parts = []; append(part) { this.parts.push(part); return this; } toString(between = "") { return this.parts.join(between); } },
  });

  const primitives = new Map([[String, "string"], [Number, "number"], [Boolean, "boolean"], [Function, "function"]]);
  const fits = (value, type) => !type || type === Object || (primitives.has(type) ? typeof value === primitives.get(type) : value instanceof type);
})();
