import { formatDate } from '../../lib/i18n/format.ts';
import type { Text } from '../../lib/i18n/zh-cn.ts';
import type { Holding } from '../../lib/profile/holding.ts';

/** Why a profile holds and until when. */
export const tellWhy = ({ why, until }: Holding, { profile }: Text): string =>
  until === undefined ? profile.why[why] : profile.until(profile.why[why], formatDate(until));
