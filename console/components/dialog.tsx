import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";

type Props = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
  /** A question that must be answered: neither Escape nor a press outside closes it. */
  readonly mustAnswer?: boolean;
};

/** A dialog over the page. Focus stays inside and goes back to where it was. */
export const Dialog = ({ title, isOpen, onClose, children, wide = false, mustAnswer = false }: Props) => (
  <ModalOverlay
    className="overlay"
    isOpen={isOpen}
    isDismissable={!mustAnswer}
    isKeyboardDismissDisabled={mustAnswer}
    onOpenChange={(open) => {
      if (!open) onClose();
    }}
  >
    <Modal className={wide ? "dialog wide" : "dialog"}>
      <AriaDialog className="stack">
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        {children}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
