import type { Place } from "../places.ts";

export default function SearchPane({ place }: { place: Place }) {
  return <div className="page"><h1>{place.at}</h1></div>;
}
