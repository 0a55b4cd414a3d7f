#pragma once

#include <QAccessible>
#include <QDebug>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMetaObject>
#include <QStringList>
#include <QWidget>

// What somebody who cannot see the window would miss in it. The page itself is left to the web engine.
class Hearing final
{
public:
    // A sentence for each control without a name, a role or a description.
    static QStringList faultsIn(QWidget *window)
    {
        QStringList faults;
        if (const QAccessibleInterface *top = QAccessible::queryAccessibleInterface(window))
            walk(*top, faults);
        return faults;
    }

private:
    // What somebody can use, or must be able to hear of to use the rest.
    static bool needsName(QAccessible::Role role)
    {
        switch (role) {
        case QAccessible::List:
        case QAccessible::MenuItem:
        case QAccessible::PageTab:
        case QAccessible::ProgressBar:
        case QAccessible::Table:
        case QAccessible::Tree:
        case QAccessible::ListItem:
        case QAccessible::TreeItem:
        case QAccessible::Dialog:
            return true;
        default:
            return isControl(role);
        }
    }

    static bool isControl(QAccessible::Role role)
    {
        switch (role) {
        case QAccessible::Button:
        case QAccessible::ButtonDropDown:
        case QAccessible::ButtonMenu:
        case QAccessible::CheckBox:
        case QAccessible::ComboBox:
        case QAccessible::EditableText:
        case QAccessible::RadioButton:
        case QAccessible::Slider:
        case QAccessible::SpinBox:
            return true;
        default:
            return false;
        }
    }

    static QString described(const QAccessibleInterface &element)
    {
        const QObject *object = element.object();
        const QString kind = QDebug::toString(element.role());
        return object ? QStringLiteral("%1 %2 “%3” “%4”")
                            .arg(kind, QString::fromLatin1(object->metaObject()->className()),
                                 object->objectName(), element.text(QAccessible::Name))
                      : kind;
    }

    // The edit field inside a spin box, the button that empties a search field: Qt names the whole.
    static bool isPart(const QObject *object)
    {
        const QObject *around = object ? object->parent() : nullptr;
        return object && (object->objectName().startsWith(QStringLiteral("qt_")) ||
                          (around && (around->inherits("QComboBox") || around->inherits("QLineEdit"))));
    }

    // Close, Cancel: the word says it all.
    static bool isStandardButton(const QObject *object)
    {
        const auto *box = object ? qobject_cast<const QDialogButtonBox *>(object->parent()) : nullptr;
        auto *button = qobject_cast<QAbstractButton *>(const_cast<QObject *>(object));
        return box && button && box->standardButton(button) != QDialogButtonBox::NoButton;
    }

    static void judge(const QAccessibleInterface &element, QStringList &faults)
    {
        const QObject *object = element.object();
        const QAccessible::Role role = element.role();
        if (needsName(role) && !isPart(object) && element.text(QAccessible::Name).trimmed().isEmpty())
            faults << described(element) + QStringLiteral(" has no name");
        if (isControl(role) && !isPart(object) && !isStandardButton(object) &&
            element.text(QAccessible::Description).trimmed().isEmpty())
            faults << described(element) + QStringLiteral(" has no description");
        // The archive is opened before anything in it is known.
        const QObject *list = element.parent() ? element.parent()->object() : nullptr;
        const bool isArchive = list && list->inherits("CategoryTree");
        if (element.state().expanded && !element.state().expandable && !isArchive)
            faults << described(element) + QStringLiteral(" is open, but holds nothing: ") +
                          element.text(QAccessible::Name);
        const auto *label = qobject_cast<const QLabel *>(object);
        if (label && label->pixmap().isNull() && !label->accessibleName().isEmpty() &&
            label->accessibleName() != label->text())
            faults << described(element) + QStringLiteral(" hides its text by its name");
        const auto *widget = qobject_cast<const QWidget *>(object);
        const bool isReached = widget && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
        if (isReached && (role == QAccessible::NoRole || role == QAccessible::Client))
            faults << described(element) + QStringLiteral(" has no role");
    }

    static void walk(const QAccessibleInterface &element, QStringList &faults)
    {
        if (element.state().invisible)
            return;
        if (element.object() && element.object()->inherits("QWebEngineView"))
            return;
        judge(element, faults);
        constexpr int mostRows = 60; // the list may have a million
        for (int i = 0; i < qMin(element.childCount(), mostRows); ++i) {
            if (const QAccessibleInterface *child = element.child(i))
                walk(*child, faults);
        }
    }
};
