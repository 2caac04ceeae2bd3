/** Sends to, and listens in, the script of a page. */
import { defineExtensionMessaging } from '@webext-core/messaging';
import type { PageProtocol } from './protocol';

export const { sendMessage: askPage, onMessage: onPageMessage } = defineExtensionMessaging<PageProtocol>();
