import { createApp } from "../../server/app.ts";
import type { Store } from "../../server/store/store.ts";

interface Layer { slash: boolean; handle: { stack?: { route?: { path: string; methods: object } }[] } }

/** Every route below /api that is mounted, as a path with its parameters in braces and a method in small letters; the pages of the documentation are none of it. */
export function mountedRoutes(store: Store): (readonly [path: string, method: string])[] {
  const app = createApp({ store, identity: { ready: async () => {}, identify: async () => { throw new Error(); } }, now: () => new Date(), log: () => {}, dist: "dist" });
  const layers = (app as unknown as { router: { stack: Layer[] } }).router.stack;
  return layers.filter(layer => !layer.slash).flatMap(({ handle }) => handle.stack ?? []).flatMap(({ route }) => route && !route.path.startsWith("/docs/") ? Object.keys(route.methods).map(method => [`/api${route.path}`.replace(/:(\w+)/g, "{$1}"), method] as const) : []);
}
