import { hearEvents } from "../office/outlookEvents.ts";
import { handlers } from "./events.ts";
import { post } from "./post.ts";

/** All that runs when Outlook tells of an event with no pane open. One file that needs no page: classic Outlook on Windows runs it without one. */
hearEvents(handlers, post);
