/** What a person wants of the history. */
import { storedKeepChoice } from '../storage/keep-choice.ts';

export const keepHistory = storedKeepChoice('media-upload-playground.history');
