import "./process.css";
import { StageBar } from "./StageBar.tsx";

/** The stage bar with its look, for whoever draws it late. */
export default StageBar;
