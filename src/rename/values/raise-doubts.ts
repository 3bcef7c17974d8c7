import { raiseDoubts } from './doubts.ts';
import { isImportExchanged, isNameExchanged } from './exchanged-modules.ts';
import { getsOtherSelf } from './handed-selves.ts';
import { isExchanged, makesItsObjects } from './made-objects.ts';

raiseDoubts({ makesItsObjects, isExchanged, isNameExchanged, isImportExchanged, getsOtherSelf });
