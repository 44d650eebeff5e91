import type { Place } from "../places.ts";

export default function NewPane({ place }: { place: Place }) {
  return <div className="page"><h1>{place.at}</h1></div>;
}
