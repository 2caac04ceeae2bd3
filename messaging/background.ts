/** Sends to, and listens in, the background. Register handlers synchronously: a worker is woken by its first message. */
import { defineExtensionMessaging } from '@webext-core/messaging';
import type { BackgroundProtocol } from './protocol';

export const { sendMessage: askBackground, onMessage: onBackgroundMessage } =
  defineExtensionMessaging<BackgroundProtocol>();
