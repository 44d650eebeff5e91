import { Router } from "express";
import type { Doors } from "../app.ts";
import { sightOf } from "./asked.ts";

const most = 2000;

/** The names that the pane looks for in a mail: of competitors and products that the caller may read. The text of the mail never comes here. */
export function catalogue({ store }: Doors): Router {
  return Router().get("/catalogue/names", async (request, response) => {
    const sight = sightOf(store, request);
    const [competitors, products] = await Promise.all([sight.find("competitor", { order: "updatedAt", down: true, take: most }), sight.find("product", { order: "updatedAt", down: true, take: most })]);
    response.set("cache-control", "private, max-age=300").json({
      competitors: competitors.rows.map(({ id, data }) => ({ id, name: data.name })),
      products: products.rows.map(({ id, data }) => ({ id, name: data.name, number: data.number })),
    });
  });
}
