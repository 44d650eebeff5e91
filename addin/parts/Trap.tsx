import { Component, type ReactNode } from "react";
import type { Words } from "../words.en.ts";

interface Props { children: ReactNode; words: Words; back?: () => void }

/** Keeps a pane that breaks, or whose code does not arrive, from taking the rest along. */
export class Trap extends Component<Props, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() { return { broken: true }; }
  override render() {
    const { children, words: { crashed, back: backWord }, back } = this.props;
    if (!this.state.broken) return children;
    return <div className="stop" role="alert"><h1>{crashed.title}</h1><p>{crashed.about}</p>{back && <button type="button" className="plain" onClick={back}>{backWord}</button>} <button type="button" className="plain" onClick={() => location.reload()}>{crashed.reload}</button></div>;
  }
}
