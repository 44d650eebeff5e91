import type { Place } from "../places.ts";

export default function DayPane({ place }: { place: Place }) {
  return <div className="page"><h1>{place.at}</h1></div>;
}
