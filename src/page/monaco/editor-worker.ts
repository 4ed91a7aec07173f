/** The worker behind Monaco, shipped with the page: nothing is fetched from elsewhere. */
import 'monaco-editor/editor/editor.worker';
