import { raiseDoubts } from './doubts.ts';
import { getsOtherSelf } from './handed-selves.ts';
import { isExchanged, makesItsObjects } from './made-objects.ts';

raiseDoubts({ makesItsObjects, isExchanged, getsOtherSelf });
