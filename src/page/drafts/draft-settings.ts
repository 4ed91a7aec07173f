/** What a person wants of drafts. */
import { storedKeepChoice } from '../storage/keep-choice.ts';

const settings = storedKeepChoice('media-upload-playground.drafts');

export const useDraftSettings = settings.use;
