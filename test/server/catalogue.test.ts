import { expect, test } from "@jest/globals";
import { openService } from "./service.kit.ts";

test("tells the names of competitors and products to whoever may read them, and to nobody else", async () => {
  const service = await openService();
  try {
    await service.as("rep").create("competitor", { name: "Acmo" });
    const answer = await service.send("/api/catalogue/names");
    expect(answer.headers.get("cache-control")).toContain("private");
    expect(await answer.json()).toMatchObject({ competitors: [{ name: "Acmo" }], products: [] });
    expect((await service.send("/api/catalogue/names", {}, "stranger")).status).toBe(401);
  } finally { await service.close(); }
});
