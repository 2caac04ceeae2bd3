/** Sends to the script of a page, which answers in {@link import('./content-script').onPageMessages}. */
import { defineExtensionMessaging } from '@webext-core/messaging';
import type { PageProtocol } from './protocol';

export const { sendMessage: askPage } = defineExtensionMessaging<PageProtocol>();
